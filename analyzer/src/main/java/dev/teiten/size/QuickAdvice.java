package dev.teiten.size;

/**
 * What can be said of a capacity at once, while somebody drags an assumption.
 *
 * @param advice without fix sets, break-evens and batch moves unless they were found before
 * @param complete whether it has them: they do not depend on the fixes or the capacity asked for,
 *     only on the assumptions
 */
public record QuickAdvice(SizingAdvice advice, boolean complete) {}
