/**
 * The contract of the HTTP service: {@link docimo.api.contract.ApiDocument} puts the OpenAPI
 * document together from the files in {@code resources/docimo/api/contract}, {@link
 * docimo.api.contract.DocsFiles} has what the interactive page of it loads. Knows no server.
 */
@org.jspecify.annotations.NullMarked
package docimo.api.contract;
