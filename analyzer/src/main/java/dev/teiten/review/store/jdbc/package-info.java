/** The store in SQLite or MySQL: the only place with Jdbi, HikariCP, Flyway and their drivers. */
@NullMarked
package dev.teiten.review.store.jdbc;

import org.jspecify.annotations.NullMarked;
