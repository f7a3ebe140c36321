"""The French catalogue, a page for each part of the tutor."""
