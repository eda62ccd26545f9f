"""The pieces every page shares, and the only place that knows Streamlit besides the pages themselves."""
