"""The only place that joins the parts: one file a use case."""
