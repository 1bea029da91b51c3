/** The files and tables of the archive, and the engine that reads and writes them. */
@NullMarked
package dev.teiten.archive.files;

import org.jspecify.annotations.NullMarked;
