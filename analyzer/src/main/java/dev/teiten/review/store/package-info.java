/** What people write in the meeting: tasks, promises, comments; and what became of them. */
@NullMarked
package dev.teiten.review.store;

import org.jspecify.annotations.NullMarked;
