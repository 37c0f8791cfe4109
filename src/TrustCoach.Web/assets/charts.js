// Only on pages with charts.
