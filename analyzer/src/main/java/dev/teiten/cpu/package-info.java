/**
 * CPU work: the work that a host did, without the queueing time of its sessions, split by digest.
 */
@NullMarked
package dev.teiten.cpu;

import org.jspecify.annotations.NullMarked;
