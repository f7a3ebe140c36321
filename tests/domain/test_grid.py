"""A grid in a framework's place: what its parts are called and stored under."""

from tutor.domain.grid import Grid, GridCompetence


def test_a_competency_of_a_grid_is_known_by_its_identifier_alone() -> None:
    one = GridCompetence(
        code="COOR",
        nom="Se coordonner",
        source="Département",
        formulation="officielle",
        identifier="id-1",
    )
    grid = Grid(course="cours", titre="Grille", competence=(one,))

    (found,) = grid.framework.competence
    assert (found.key, found.names) == ("id-1", frozenset())
