"""Tests of the package; they need the command (the variable DRAMATURG, or on PATH)."""
