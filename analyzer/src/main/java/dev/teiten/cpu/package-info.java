/**
 * CPU work: what a host really did, told apart from how long its sessions queued for it, and whose
 * work it was.
 */
@NullMarked
package dev.teiten.cpu;

import org.jspecify.annotations.NullMarked;
