@org.jspecify.annotations.NullMarked
package docimo.evaluation.attack;
