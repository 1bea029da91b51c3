/** The slow query logs of MySQL, MariaDB and Percona Server. */
@NullMarked
package dev.teiten.source.slowlog;

import org.jspecify.annotations.NullMarked;
