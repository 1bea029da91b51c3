/** The notes of the meeting: tasks with their promises, comments and history. */
@NullMarked
package dev.teiten.review.store;

import org.jspecify.annotations.NullMarked;
