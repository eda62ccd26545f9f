"""What is planted in the invented postcodes, councillors and outlines of wards."""

POSTCODES_A_WARD = 60
TERMINATED_SHARE = 0.04
TERMINATED_MONTHS = ("199304", "201106", "201910", "202403")
WITHOUT_WARD = "9ZZ"
"""The inward code of a postcode that has no ward."""
NEIGHBOURS = 40
"""Postcodes of a neighbouring council, whose outward code ends in 9."""
NEIGHBOUR, NEIGHBOUR_WARD = "T07000099", "T05099001"
VACANT_SEAT = 5
"""The seat, counted from 0 in the order of the wards with two each, that nobody holds."""
EAST, NORTH, WIDE_DEGREES = 2.2, 55.1, 0.34
"""Where the south-west corner lies: in the North Sea, where there is no council."""
