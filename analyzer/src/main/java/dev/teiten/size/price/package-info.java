/** List prices of instances, in layers of files: bundled, of the archive, of the user. */
@NullMarked
package dev.teiten.size.price;

import org.jspecify.annotations.NullMarked;
