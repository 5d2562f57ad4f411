package io.leadpulse.intake.zoom;

/**
 * Someone at a webinar.
 *
 * @param ownStaff whether Zoom knows him as of the account that holds the webinar
 */
record Person(String leadId, boolean ownStaff) {}
