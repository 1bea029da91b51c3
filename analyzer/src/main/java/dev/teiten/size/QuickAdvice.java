package dev.teiten.size;

/**
 * An advice without a long search, for a reader who drags an assumption.
 *
 * @param advice without fix sets, break-evens and batch moves unless they were found before
 * @param complete whether it has them; they depend on the assumptions only, and not on the fixes or
 *     the capacity asked for
 */
public record QuickAdvice(SizingAdvice advice, boolean complete) {}
