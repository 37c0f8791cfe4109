// On every page. The app works without it; it only makes things quicker.
import 'htmx.org';
import './js/requests.js';
import './js/forms.js';
import './js/dates.js';
import './js/day.js';
import './js/drafts.js';
import './js/flash.js';
import './js/keys.js';
import './js/log.js';
import './js/sheet.js';
import './js/find.js';
import './js/offline.js';
import './js/waiting.js';
import './js/slider.js';
import './js/lab.js';
