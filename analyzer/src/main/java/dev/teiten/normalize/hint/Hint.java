package dev.teiten.normalize.hint;

import dev.teiten.load.Sentence;

/**
 * A finding for a reviewer, with its evidence.
 *
 * @param code stable, for example {@code FUNCTION_ON_COLUMN}
 * @param place the part of the statement, without literals, or the statistic that is the evidence
 * @param manual link to the page of the database's manual that explains it
 * @param advice a change to try
 */
public record Hint(String code, Sentence message, Sentence place, String manual, Sentence advice) {}
