"""Reads strategies/*.toml and council files; any mistake is one StrategyError with file, key, value and right name."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from frontdoor.strategy import council_entries, saving_entries, staffing_entries, strategy_entries
from frontdoor.strategy.council import Council
from frontdoor.strategy.council_needs import refuse_unmet_needs
from frontdoor.strategy.data_owners import read_data_owners
from frontdoor.strategy.deprivation import read_deprivation
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.measure_entries import Known, read_measures
from frontdoor.strategy.named_sources import source_names
from frontdoor.strategy.partner_entries import read_own_partners
from frontdoor.strategy.peers import read_own_peers
from frontdoor.strategy.pilot_entries import read_plans
from frontdoor.strategy.pilot_names import pilot_names
from frontdoor.strategy.places import read_nation, read_time_zone
from frontdoor.strategy.plan_entries import PlanNames, read_service_plans
from frontdoor.strategy.question_entries import combined_questions, read_questions
from frontdoor.strategy.routine import read_routine
from frontdoor.strategy.strategy import Service, Strategy
from frontdoor.strategy.strategy_year import KEY as YEAR_KEY
from frontdoor.strategy.strategy_year import read_year_start
from frontdoor.strategy.toml_file import open_toml

ROOT = Path(__file__).resolve().parents[2]

STRATEGY_KEYS = (
    *("key", "council", "title", "approved_date", "customer_word", "oversight", "source", "notes"),
    *("promise", "measure", "service", "partner", "standard", "pilot", "action", "question"),
)
COUNCIL_KEYS = (
    *("name", "strategy", "time_zone", "nation", "is_invented", "notice", "opt_in", "default_wards", "own_numbers"),
    *("area_codes", "promise", "service", "measure", "opening", "digital_channel", "unit_cost", "source_of_record"),
    *("shared_key", "event", "question", "homes", "staffing", "staff_group", "released", "ease", "routine_information"),
    *("pilot", "deprivation", "peer", "data_owner", "partner", "service_plan", YEAR_KEY),
)
COUNCIL_FILE = "council.toml"


def strategies_folder() -> Path:
    """Return the folder of the strategies as published."""
    return ROOT / "strategies"


def shipped_councils() -> Path:
    """Return the folder of the council files shipped with Frontdoor, <key>.toml each."""
    return ROOT / "sample_data" / "councils"


def read_strategy(path: Path) -> Strategy:
    """Return the strategy in `path`, a file named after its own key."""
    file = open_toml(path, "strategy")
    top = file.top.only(STRATEGY_KEYS)
    if top.text("key") != path.stem:
        raise top.problem("key", f"a strategy's key is its file's name. Did you mean {path.stem}?")
    partners = strategy_entries.read_partners(top)
    promises = strategy_entries.read_promises(top)
    services = strategy_entries.read_services(top, tuple(partner.key for partner in partners))
    questions = read_questions(top)
    known = Known(tuple(promise.key for promise in promises), tuple(service.key for service in services), questions)
    strategy = Strategy(
        key=path.stem,
        council=top.text("council"),
        title=top.text("title"),
        approved_date=top.day_or_none("approved_date"),
        customer_word=top.text("customer_word"),
        oversight=top.text("oversight"),
        source=top.text("source"),
        promises=promises,
        measures=read_measures(top, known),
        services=services,
        partners=partners,
        standards=strategy_entries.read_standards(top),
        pilots=strategy_entries.read_pilots(top),
        actions=strategy_entries.read_actions(top),
        notes=top.texts("notes"),
        questions=questions,
        file_hash=file.file_hash,
    )
    return replace(strategy, plans=read_plans(top, pilot_names(strategy.measures, services, questions)))


def read_council(path: Path, strategies: Path | None = None) -> Council:
    """Return the council in `path` with the strategy it names, from `strategies` (default: the shipped folder).

    Its key is the folder's name for a council.toml and the file's for any other; `file_hash` covers both files.
    """
    file = open_toml(path, "council")
    top = file.top.only(COUNCIL_KEYS)
    decided = _decisions(top, _strategy_of(top, strategies or strategies_folder()))
    promises = tuple(promise.key for promise in decided.promises)
    known = Known(promises, tuple(service.key for service in decided.services), decided.questions)
    council = replace(
        decided,
        key=path.parent.name if path.name == COUNCIL_FILE else path.stem,
        measures=read_measures(top, known, decided.strategy.measures),
        default_wards=top.texts("default_wards"),
        area_codes=top.texts("area_codes"),
        deprivation=read_deprivation(top),
        file_hash=sha256(f"{file.file_hash} {decided.strategy.file_hash}".encode()).hexdigest(),
    )
    refuse_unmet_needs(top, council)
    return _planned(top, council)


def _planned(top: Entry, council: Council) -> Council:
    """Return the council with what stands beside its decisions: partners, plans, peers, data owners, the strategy year."""
    names = pilot_names(council.measures, council.services, council.questions)
    return replace(
        council,
        data_owners=read_data_owners(top, source_names()),
        peers=read_own_peers(top),
        own_partners=read_own_partners(top, council.strategy.partners),
        own_plans=read_plans(top, names, council.strategy.pilots, council.strategy.plans),
        service_plans=read_service_plans(top, _plan_names(council)),
        year_starts_in_month=read_year_start(top),
    )


def _plan_names(council: Council) -> PlanNames:
    named = (council.services, council.promises, council.measures)
    return PlanNames(*(tuple(each.key for each in some) for some in named))


def _strategy_of(top: Entry, folder: Path) -> Strategy:
    shipped = sorted(path.stem for path in folder.glob("*.toml"))
    return read_strategy(folder / f"{top.name_in('strategy', shipped, 'strategy')}.toml")


def _services(top: Entry, strategy: Strategy) -> tuple[Service, ...]:
    """Return the council's own services, provided by partners of the strategy or of its own; else the strategy's."""
    partners = (*strategy.partners, *read_own_partners(top, strategy.partners))
    return strategy_entries.read_services(top, tuple(each.key for each in partners)) or strategy.services


def _decisions(top: Entry, strategy: Strategy) -> Council:
    """Return everything of the council file but its measures."""
    services = _services(top, strategy)
    known = tuple(service.key for service in services)
    return Council(
        key="",
        name=top.text("name"),
        strategy=strategy,
        time_zone=read_time_zone(top),
        nation=read_nation(top),
        is_invented=top.flag("is_invented"),
        services=services,
        measures=(),
        openings=council_entries.read_openings(top),
        digital_channels=council_entries.read_digital_channels(top),
        unit_costs=council_entries.read_unit_costs(top),
        sources_of_record=council_entries.read_sources_of_record(top, source_names()),
        shared_keys=council_entries.read_shared_keys(top, source_names()),
        events=council_entries.read_events(top, known),
        opt_in=top.names_in("opt_in", council_entries.COLUMNS, "column"),
        own_numbers=top.texts("own_numbers"),
        questions=combined_questions(strategy.questions, read_questions(top)),
        homes=council_entries.read_homes(top),
        staffing=staffing_entries.read_staffing(top),
        staff_groups=staffing_entries.read_staff_groups(top),
        routine=read_routine(top, known),
        released=saving_entries.read_released(top),
        ease=saving_entries.read_ease(top, known),
        notice=top.text("notice", ""),
        own_promises=strategy_entries.read_promises(top, strategy.promises),
    )
