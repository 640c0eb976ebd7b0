using System.Text;

namespace Drydock.Maas.Design.BootActions;

/// <summary>The shape of a node as templates see it, with all they can stumble over: nodes of one shape differ only in host names and addresses.</summary>
internal static class TemplateShape
{
    /// <summary>A text that is the same for nodes of one shape.</summary>
    public static string Describe(DrydockNode node)
    {
        var shape = new StringBuilder(node.Domain).Append('|').Append(node.PrimaryNetwork);
        foreach (var address in node.Addressing.Where(a => a.Address is not null))
            shape.Append("|n:").Append(address.Network);
        foreach (var port in node.Interfaces)
            shape.Append("|i:").Append(port.Name).Append(port.Sriov is null ? "" : "+sriov").Append(port.Sriov?.VirtualFunctionCount);
        foreach (var tag in node.Tags)
            shape.Append("|t:").Append(tag);
        foreach (var (key, value) in node.OwnerData)
            shape.Append("|l:").Append(key).Append('=').Append(value);
        return shape.ToString();
    }
}
