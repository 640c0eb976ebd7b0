namespace Drydock.Maas.Simulator.Resources.Server;

/// <summary>What MAAS's description calls a resource, and the parts of its path that change.</summary>
/// <param name="Handler">The name clients make their own names of.</param>
/// <param name="Template">Our path template.</param>
/// <param name="Parameters">MAAS's names of the changing parts, in the order of the path.</param>
internal sealed record ResourceName(string Handler, string Template, params string[] Parameters)
{
    /// <summary>The path as MAAS describes it.</summary>
    public string Path
    {
        get
        {
            var names = new Queue<string>(Parameters);
            return string.Join('/', Template.Split('/').Select(part => part is ['{', .., '}'] ? $"{{{names.Dequeue()}}}" : part));
        }
    }
}
