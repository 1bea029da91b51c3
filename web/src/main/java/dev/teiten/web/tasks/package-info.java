/** The ledger, one task, and the forms that write them. */
@NullMarked
package dev.teiten.web.tasks;

import org.jspecify.annotations.NullMarked;
