package dev.teiten.load;

/**
 * The text of a digest, without literals.
 *
 * @param text as the source returned it, literals masked
 * @param complete false where the source cut it (Performance Insights cuts at 500 bytes)
 */
public record StatementText(String text, boolean complete) {}
