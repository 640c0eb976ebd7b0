namespace Drydock.Maas.Simulator.Http;

/// <summary>The methods and operations of one path.</summary>
/// <param name="Template">The path with its placeholders.</param>
/// <param name="Actions">Methods and operations.</param>
internal sealed record RouteGroup(string Template, IReadOnlyList<RouteAction> Actions);

/// <summary>A method, with or without an operation.</summary>
internal sealed record RouteAction(string Method, string? Op, Access Access);
