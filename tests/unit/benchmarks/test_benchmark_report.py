"""Does docs/benchmarks.md keep what was not measured anew, and are the summaries of times right?"""

from benchmarks.report import Section, against, middle, ninety_fifth, written


def section(title: str, cell: str) -> str:
    return Section(title, "What was done.", ("way", "seconds"), (("slow", cell),)).as_markdown("2 cores.")


def test_a_section_is_a_table_with_its_machine():
    text = section("Loading", "9.5")
    assert "| way | seconds |\n| --- | --- |\n| slow | 9.5 |\n" in text
    assert text.startswith("## Loading\n")
    assert text.endswith("Machine: 2 cores.\n")


def test_a_section_measured_anew_takes_the_place_of_the_old_one():
    before = written([section("Loading", "9.5"), section("Asking", "1.0")], "")
    after = written([section("Loading", "4.2")], before)
    assert after.index("## Loading") < after.index("## Asking")
    assert "9.5" not in after
    assert "4.2" in after
    assert "1.0" in after


def test_writing_the_same_twice_changes_nothing():
    sections = [section("Loading", "9.5"), section("Asking", "1.0")]
    once = written(sections, "")
    assert written(sections, once) == once


def test_the_95th_percentile_of_one_to_a_hundred_and_one_is_ninety_six():
    # inclusive: positions 0 to 100, the 95th of them holds 96
    assert ninety_fifth([float(value) for value in range(1, 102)]) == 96.0
    assert ninety_fifth([7.0]) == 7.0


def test_the_middle_of_an_even_number_of_times_lies_between_two():
    assert middle([1.0, 2.0, 4.0, 9.0]) == 3.0


def test_a_goal_just_reached_is_met():
    assert against(1.15, 1.15) == "met"
    assert against(1.16, 1.15) == "**missed**"
