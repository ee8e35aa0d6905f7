"""Numbers from two to twenty in words, in all their forms."""

from __future__ import annotations


def cardinals_from_two(forms: str) -> dict[str, int]:
    """Return the number of each word; a comma separates the forms of one number from the next.

    Numbers whose words also mean something else are empty, as "neuf" in French.

    Examples:
        >>> cardinals_from_two("due, tre")
        {'due': 2, 'tre': 3}
    """
    numbered = enumerate(forms.split(","), 2)
    return {form: number for number, all_forms in numbered for form in all_forms.split()}
