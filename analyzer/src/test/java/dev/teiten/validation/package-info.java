/**
 * These validations compare ranking, sizing and verdicts with known truths, over many seeded
 * scenarios.
 */
@NullMarked
package dev.teiten.validation;

import org.jspecify.annotations.NullMarked;
