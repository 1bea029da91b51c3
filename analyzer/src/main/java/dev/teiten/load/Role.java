package dev.teiten.load;

/** The role of an instance in its cluster; a read replica is a reader of its source. */
public enum Role {
  WRITER,
  READER
}
