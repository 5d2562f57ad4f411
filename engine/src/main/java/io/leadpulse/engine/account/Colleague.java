package io.leadpulse.engine.account;

/**
 * Another lead of the account that was active lately.
 *
 * @param intentMilli milli-points on the scorecard in question
 * @param activeAt when its newest engagement happened, epoch milliseconds
 */
public record Colleague(String leadId, long intentMilli, long activeAt) {}
