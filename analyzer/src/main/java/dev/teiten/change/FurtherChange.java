package dev.teiten.change;

import dev.teiten.change.QueryChange.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A second change of a query that changed in more than one way: called twice as often, say, at half
 * the work a call.
 *
 * @param effect relative change, as in {@link QueryChange#effect()}; null if it has none
 * @param qValue Benjamini-Hochberg adjusted p-value, 0..1
 */
public record FurtherChange(Kind kind, @Nullable Double effect, double qValue) {}
