"""datedeck turns documents into quizzes about when things happened."""

__version__ = "0.1.0"
