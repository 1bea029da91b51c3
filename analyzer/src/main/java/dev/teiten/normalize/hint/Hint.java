package dev.teiten.normalize.hint;

/**
 * A finding for a reviewer, with its evidence.
 *
 * @param code stable, for example {@code FUNCTION_ON_COLUMN}
 * @param message one sentence
 * @param place the part of the statement, or the statistic, that is the evidence
 * @param manual link to the page that explains it
 */
public record Hint(String code, String message, String place, String manual) {}
