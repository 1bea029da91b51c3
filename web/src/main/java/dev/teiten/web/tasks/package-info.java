/** The ledger, the page of a task, and their forms. */
@NullMarked
package dev.teiten.web.tasks;

import org.jspecify.annotations.NullMarked;
