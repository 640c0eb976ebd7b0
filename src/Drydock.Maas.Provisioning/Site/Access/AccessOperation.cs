using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Access;

/// <summary>A write to what MAAS gives all nodes: SSH keys, package repositories, automatic tags.</summary>
internal abstract record AccessOperation : SiteOperation;
