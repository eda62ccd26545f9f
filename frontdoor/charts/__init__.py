"""Figure to picture: colours by meaning, status shapes, sparklines and one Plotly file per kind of chart."""
