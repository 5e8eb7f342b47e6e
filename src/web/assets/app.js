import { startDrafts } from 'asset:drafts.js';
import { startFinders } from 'asset:finder.js';
import { initAll } from 'asset:govuk-frontend.js';
import { startPage } from 'asset:page.js';
import { startShortcuts } from 'asset:shortcuts.js';

initAll();
startPage();
startShortcuts();
startDrafts();
startFinders();
