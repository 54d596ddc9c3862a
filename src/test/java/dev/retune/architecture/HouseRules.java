package dev.retune.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.Buffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;

/// The rules of the house for classes under one root package, by name.
///
/// @param root `dev.retune`, or the root of the planted violations
record HouseRules(String root) {

  /// What each package may use directly; what those use, it may use too.
  private static final Map<String, List<String>> USES =
      Map.ofEntries(
          Map.entry("text", List.of()),
          Map.entry("file", List.of("text")),
          Map.entry("endpoint", List.of("text")),
          Map.entry("task", List.of("text")),
          Map.entry("project", List.of("task", "file")),
          Map.entry("encoder", List.of("task", "file", "endpoint")),
          Map.entry("dataset", List.of("task", "file")),
          Map.entry("retrieval", List.of("encoder", "dataset")),
          Map.entry("document", List.of("project", "encoder")),
          Map.entry("pair", List.of("project", "document", "retrieval", "dataset")),
          Map.entry("training", List.of("dataset", "encoder", "retrieval")),
          Map.entry("model", List.of("encoder")),
          Map.entry("gpu", List.of("task", "file")),
          Map.entry("workflow", List.of("pair", "training", "model", "gpu")),
          Map.entry("cli", List.of("workflow")),
          Map.entry("ui", List.of("workflow")));

  Map<String, ArchRule> all() {
    var rules = new LinkedHashMap<String, ArchRule>();
    for (var name : new TreeSet<>(USES.keySet())) {
      rules.put("layer " + name, layer(name));
    }
    rules.put("known packages", knownPackages());
    rules.put("window toolkit", onlyIn(List.of("ui", "app"), "javafx..", "org.controlsfx.."));
    rules.put("engine", onlyIn(List.of("encoder", "training", "retrieval"), "ai.djl.."));
    rules.put(
        "pdf",
        onlyIn(
            List.of("document"),
            "org.apache.pdfbox..",
            "net.sourceforge.tess4j..",
            "com.sun.jna.."));
    rules.put("sql", sql());
    rules.put("screens apart", screensApart());
    rules.put("fx thread", fxThread());
    rules.put("cycles", cycles());
    rules.put("static state", staticState());
    rules.put("singletons", singletons());
    rules.put("printing", printing());
    rules.put("numbers in the engine", numbersInTheEngine());
    rules.put("arrays on Java's memory", arraysOnJavasMemory());
    return rules;
  }

  private ArchRule layer(String name) {
    var allowed = new TreeSet<String>();
    close(name, allowed);
    return noClasses()
        .that(resideInAPackage(in(name)))
        .should()
        .dependOnClassesThat(
            resideInAPackage(root + "..")
                .and(not(resideInAnyPackage(allowed.stream().map(this::in).toArray(String[]::new))))
                .as("reside outside of " + allowed))
        .allowEmptyShould(true);
  }

  private static void close(String name, Set<String> into) {
    if (into.add(name)) {
      USES.getOrDefault(name, List.of()).forEach(used -> close(used, into));
    }
  }

  /// A package without a line above would be free of every layer.
  private ArchRule knownPackages() {
    var known = new ArrayList<>(USES.keySet());
    known.add("app");
    return classes()
        .that(resideInAPackage(root + "..").and(not(resideInAPackage(root))))
        .should(
            ArchConditions.resideInAnyPackage(known.stream().map(this::in).toArray(String[]::new)))
        .allowEmptyShould(true);
  }

  private ArchRule onlyIn(List<String> homes, String... libraries) {
    return noClasses()
        .that(resideInAPackage(root + "..").and(outside(homes)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .allowEmptyShould(true);
  }

  private ArchRule sql() {
    return noClasses()
        .that(resideInAPackage(root + "..").and(outside(List.of("project"))))
        .and()
        .haveNameNotMatching(".*Store(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.jdbi..", "org.flywaydb..", "org.sqlite..")
        .allowEmptyShould(true);
  }

  /// Cycles between screens are excluded too: each screen is a slice that only knows `support`.
  private ArchRule screensApart() {
    var assignment =
        new SliceAssignment() {
          @Override
          public String getDescription() {
            return "screens";
          }

          @Override
          public SliceIdentifier getIdentifierOf(JavaClass type) {
            var prefix = root + ".ui.";
            if (!type.getPackageName().startsWith(prefix)) {
              return SliceIdentifier.ignore();
            }
            var screen = type.getPackageName().substring(prefix.length()).split("\\.")[0];
            return screen.equals("support") ? SliceIdentifier.ignore() : SliceIdentifier.of(screen);
          }
        };
    return slices().assignedFrom(assignment).should().notDependOnEachOther().allowEmptyShould(true);
  }

  private ArchRule fxThread() {
    return noClasses()
        .that(resideInAPackage(root + "..").and(outside(List.of("ui.support"))))
        .should()
        .accessTargetWhere(
            JavaAccess.Predicates.targetOwner(name("javafx.application.Platform"))
                .and(JavaAccess.Predicates.target(name("runLater"))))
        .allowEmptyShould(true);
  }

  private ArchRule cycles() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
  }

  private ArchRule staticState() {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(root + "..")
        .and()
        .areStatic()
        .should(neverChange())
        .allowEmptyShould(true);
  }

  private static ArchCondition<JavaField> neverChange() {
    return new ArchCondition<>("never change") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        var synthetic = field.getModifiers().contains(JavaModifier.SYNTHETIC);
        var type = field.getRawType();
        var changing = !field.getModifiers().contains(JavaModifier.FINAL) || changes(type);
        if (changing && !synthetic) {
          events.add(SimpleConditionEvent.violated(field, field.getFullName() + " can change"));
        }
      }
    };
  }

  /// Immutable collections are declared by their interfaces, so a class is one that changes.
  private static boolean changes(JavaClass type) {
    var collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
    return (collection && !type.isInterface())
        || type.isAssignableTo(ConcurrentMap.class)
        || type.isAssignableTo(ThreadLocal.class)
        || type.getPackageName().equals("java.util.concurrent.atomic");
  }

  private ArchRule singletons() {
    return methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(root + "..")
        .and()
        .areStatic()
        .should()
        .haveNameNotMatching("getInstance")
        .allowEmptyShould(true);
  }

  private ArchRule printing() {
    return noClasses()
        .that(resideInAPackage(root + "..").and(outside(List.of("cli"))))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .allowEmptyShould(true);
  }

  /// Such a number would be gone on the way back; `Scalar` in the program says why.
  private ArchRule numbersInTheEngine() {
    return noClasses()
        .that(resideInAPackage(root + ".."))
        .should()
        .callMethodWhere(
            JavaCall.Predicates.target(owner(name("ai.djl.ndarray.NDArray")))
                .and(
                    JavaCall.Predicates.target(nameMatching("(mul|div|mod|pow|maximum|minimum)i?")))
                .and(JavaCall.Predicates.target(rawParameterTypes(Number.class))))
        .allowEmptyShould(true);
  }

  /// Such an array would stand on memory that goes; `InPlace` in the program says why.
  private ArchRule arraysOnJavasMemory() {
    var sets =
        JavaCall.Predicates.target(nameMatching("set"))
            .and(
                JavaCall.Predicates.target(rawParameterTypes(Buffer.class))
                    .or(JavaCall.Predicates.target(rawParameterTypes(float[].class)))
                    .or(JavaCall.Predicates.target(rawParameterTypes(double[].class)))
                    .or(JavaCall.Predicates.target(rawParameterTypes(int[].class)))
                    .or(JavaCall.Predicates.target(rawParameterTypes(long[].class)))
                    .or(JavaCall.Predicates.target(rawParameterTypes(byte[].class))));
    return noClasses()
        .that(resideInAPackage(root + ".."))
        .should()
        .callMethodWhere(
            JavaCall.Predicates.target(owner(name("ai.djl.ndarray.NDArray")))
                .and(JavaCall.Predicates.target(nameMatching("copyTo")).or(sets)))
        .allowEmptyShould(true);
  }

  private com.tngtech.archunit.base.DescribedPredicate<JavaClass> outside(List<String> homes) {
    return not(resideInAnyPackage(homes.stream().map(this::in).toArray(String[]::new)));
  }

  private String in(String name) {
    return root + "." + name + "..";
  }
}
