"""Charts as geometry: amounts in, percents across and pixels down out; plain Python, drawn by templates."""
