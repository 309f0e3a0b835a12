/**
 * Who may do what: {@link docimo.access.ApiKey}s with {@link docimo.access.Scope}s, each of a
 * {@link docimo.access.Tenant}. {@link docimo.access.Keys} makes, changes and checks keys, {@link
 * docimo.access.Tenants} makes tenants; {@link docimo.access.KeyBook} and {@link
 * docimo.access.TenantBook} are where they are kept. Knows neither HTTP nor what the keys open.
 */
@org.jspecify.annotations.NullMarked
package docimo.access;
