package dev.teiten.normalize.hint;

/**
 * Something a reviewer should look at, always with its evidence.
 *
 * @param code stable, such as {@code FUNCTION_ON_COLUMN}
 * @param message one sentence
 * @param place the part of the statement, or the statistic, that is the evidence
 * @param manual link to the page that explains it
 */
public record Hint(String code, String message, String place, String manual) {}
