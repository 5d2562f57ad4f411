package io.leadpulse.engine.expression;

/**
 * What is wrong with an expression.
 *
 * @param line within the expression, from 1
 * @param column within the line, from 1, in code points
 */
public record ExpressionProblem(int line, int column, String message, String fix) {}
