"""Taking a quiz: grading, the session as a pure state machine, scheduling (FSRS) and the history on disk."""
