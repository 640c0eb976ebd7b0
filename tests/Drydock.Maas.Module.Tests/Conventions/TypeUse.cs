namespace Drydock.Maas.Module.Tests.Conventions;

/// <summary>A type of an assembly; nested and generated types go by the type that holds them.</summary>
/// <param name="Folder">Its namespace below that of the project, or <c>(root)</c>.</param>
internal sealed record NamedType(string Folder, string Name);

/// <summary>A type whose signatures or code refer to another type of its assembly.</summary>
internal sealed record TypeUse(NamedType User, NamedType Used);
