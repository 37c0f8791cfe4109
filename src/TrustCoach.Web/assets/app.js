// On every page. The app works without it; it only makes things quicker.
import 'htmx.org';
