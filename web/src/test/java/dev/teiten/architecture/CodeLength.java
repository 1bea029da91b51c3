package dev.teiten.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The length of a source file, or of a method with its annotations and without its comment.
 *
 * @param name the file, and the method if there is one
 * @param lines from the first to the last
 */
record CodeLength(String name, long lines) {

  static List<CodeLength> ofFiles(String module) {
    return sources(module).stream().map(CodeLength::ofFile).toList();
  }

  /** The methods as the compiler's parser sees them. */
  static List<CodeLength> ofMethods(String module) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources(module)));
      List<CodeLength> methods = new ArrayList<>();
      for (CompilationUnitTree file : task.parse()) {
        new MethodScanner(file, Trees.instance(task).getSourcePositions()).scan(file, methods);
      }
      return methods;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CodeLength ofFile(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return new CodeLength(file.toString(), lines.count());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sources(String module) {
    try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds the length of each method. */
  private static final class MethodScanner extends TreeScanner<Void, List<CodeLength>> {
    private final CompilationUnitTree file;
    private final SourcePositions positions;

    MethodScanner(CompilationUnitTree file, SourcePositions positions) {
      this.file = file;
      this.positions = positions;
    }

    @Override
    public Void visitMethod(MethodTree method, List<CodeLength> methods) {
      String name = Path.of(file.getSourceFile().getName()) + " " + method.getName();
      long first = line(positions.getStartPosition(file, method));
      methods.add(new CodeLength(name, line(positions.getEndPosition(file, method)) - first + 1));
      return super.visitMethod(method, methods);
    }

    private long line(long position) {
      return file.getLineMap().getLineNumber(position);
    }
  }
}
